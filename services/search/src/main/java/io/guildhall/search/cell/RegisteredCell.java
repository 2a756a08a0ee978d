package io.guildhall.search.cell;

import java.net.URI;

/**
 * A small Elasticsearch cluster.
 *
 * @param name never given to another cell: bindings name it
 * @param address of any of its nodes, or of what stands before them
 */
public record RegisteredCell(String name, URI address) {
    /** Reads NAME=ADDRESS. */
    public static RegisteredCell parse(String setting) {
        int parted = setting.indexOf('=');
        if (parted < 1 || !setting.substring(0, parted).matches("[a-z0-9-]+")) {
            throw noCell(setting);
        }
        URI address = URI.create(setting.substring(parted + 1));
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw noCell(setting);
        }
        return new RegisteredCell(setting.substring(0, parted), address);
    }

    private static IllegalArgumentException noCell(String setting) {
        return new IllegalArgumentException(
                "a cell is given as NAME=http://host:port, with a name of a-z, 0-9 and -: " + setting);
    }
}
