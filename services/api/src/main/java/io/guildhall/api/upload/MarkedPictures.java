package io.guildhall.api.upload;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PictureMarks;
import io.guildhall.objects.ObjectStore;
import java.io.IOException;

/** Avatars, icons, banners and so on. */
record MarkedPictures(ObjectStore store) implements MarkedFiles {
    @Override
    public int shards() {
        return PictureMarks.SHARDS;
    }

    @Override
    public Read first(long shard) {
        return Read.from(PictureMarks.TABLE, shard);
    }

    @Override
    public Read after(RowView mark) {
        return Read.from(PictureMarks.TABLE, mark.get(PictureMarks.SHARD)).after(name(mark));
    }

    @Override
    public boolean gone(RowView mark) {
        return mark.get(PictureMarks.GONE, false);
    }

    @Override
    public boolean carried(RowView mark) {
        return mark.get(PictureMarks.CARRIED, false);
    }

    @Override
    public long dueAt(RowView mark) {
        return mark.get(PictureMarks.DUE_AT, 0L);
    }

    @Override
    public void remove(RowView mark) throws IOException {
        store.delete(BodyImages.key(name(mark)));
    }

    @Override
    public Mutation settled(RowView mark) {
        return PictureMarks.settled(name(mark));
    }

    private static String name(RowView mark) {
        return mark.get(PictureMarks.NAME);
    }
}
