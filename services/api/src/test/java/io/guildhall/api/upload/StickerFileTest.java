package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StickerFileTest {
    private static final String LOTTIE =
            "{'v':'5.5.7','fr':FR,'ip':0,'op':OP,'w':W,'h':320,'layers':[],'assets':[ASSET]}";

    @Test
    void picturesAndLottieFilesAreKnownByWhatIsInThem() {
        assertThat(kind("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"))
                .isEqualTo("gif");
        assertThat(
                        kind(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
                .isEqualTo("png");
        assertThat(StickerFile.kind(lottie("30", "150", "320", "{'layers':[]}")))
                .isEqualTo("json");
    }

    @Test
    void aGifMayNotMoveForLongerThanFiveSeconds() {
        byte[] gif = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        gif[23] = (byte) 0xF5;
        gif[24] = 1;
        refused(170007, gif);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,10,320,'',170006",
        "61,10,320,'',170003",
        "30,10,321,'',170005",
        "30,151,320,'',170007",
        "60,1001,320,'',170004",
        "30,10,320,'{''p'':''x.png''}',170002",
        "30,0,320,'',170001"
    })
    void aLottieFileFitsASticker(String rate, String frames, String width, String asset, int code) {
        refused(code, lottie(rate, frames, width, asset));
    }

    /** Each two of them draw the one before twice: a thousand times a thousand layers in a kilobyte. */
    @Test
    void compositionsWithinCompositionsAreCountedAsOftenAsTheyAreDrawn() {
        StringBuilder assets = new StringBuilder("{'id':'c0','layers':[{'ty':4}]}");
        for (int index = 1; index <= 20; index++) {
            assets.append(",{'id':'c%1$d','layers':[{'ty':0,'refId':'c%2$d'},{'ty':0,'refId':'c%2$d'}]}"
                    .formatted(index, index - 1));
        }
        refused(170001, drawing("{'ty':0,'refId':'c20'}", assets.toString()));
        assertThat(StickerFile.kind(drawing("{'ty':0,'refId':'c8'}", assets.toString())))
                .isEqualTo("json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ty':0,'refId':'a'} | {'id':'a','layers':[{'ty':0,'refId':'b'}]},{'id':'b','layers':[{'ty':0,'refId':'a'}]}",
                "{'ty':0,'refId':'a'} | {'id':'a','layers':[{'ty':0,'refId':'a'}]}",
                "{'ty':4,'ks':{'o':{'a':0,'k':100,'x':'var $bm_rt = 1'}}} | {'id':'a','layers':[]}",
                "{'ty':4} | {'id':'a','layers':[{'ef':[{'v':{'k':1,'x':'x'}}]}]}"
            })
    void anAnimationIsDrawnAndNothingElse(String layer, String assets) {
        refused(170001, drawing(layer, assets));
    }

    @Test
    void noFontIsFetchedForAnAnimation() {
        String fonts = "'assets':[],'fonts':{'list':[{'fName':'a','fPath':'https://example.org/a.css','origin':3}]}";
        byte[] file = new String(lottie("30", "10", "320", ""), UTF_8)
                .replace("\"assets\":[]", fonts.replace('\'', '"'))
                .getBytes(UTF_8);
        refused(170001, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "1", "text", "{\"v\":\"5\",\"layers\":[]}"})
    void anythingElseIsNoSticker(String text) {
        refused(170001, text.getBytes(UTF_8));
    }

    @Test
    void aFormGivesItsTextAndItsFile() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nWave\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nfour\r\n--x--";
        SmallForm read = read(form, 4);
        assertThat(read.fields().path("name").asText()).isEqualTo("Wave");
        assertThat(read.file()).hasValueSatisfying(file -> assertThat(file).isEqualTo("four".getBytes(UTF_8)));
        assertThatThrownBy(() -> read(form, 3)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> read("nonsense", 3)).isInstanceOf(ApiException.class);
    }

    private static SmallForm read(String form, int maximum) {
        return SmallForm.read(
                new ByteArrayInputStream(form.getBytes(UTF_8)), "multipart/form-data; boundary=x", "file", maximum);
    }

    private static byte[] lottie(String rate, String frames, String width, String asset) {
        return LOTTIE.replace("FR", rate)
                .replace("OP", frames)
                .replace("W", width)
                .replace("ASSET", asset)
                .replace('\'', '"')
                .getBytes(UTF_8);
    }

    private static byte[] drawing(String layer, String assets) {
        return new String(lottie("30", "10", "320", "ASSETS"), UTF_8)
                .replace("\"layers\":[]", "\"layers\":[" + layer.replace('\'', '"') + "]")
                .replace("ASSETS", assets.replace('\'', '"'))
                .getBytes(UTF_8);
    }

    private static String kind(String base64) {
        return StickerFile.kind(Base64.getDecoder().decode(base64));
    }

    private static void refused(int code, byte[] file) {
        assertThatThrownBy(() -> StickerFile.kind(file))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
