package io.guildhall.model.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Makes trees of what clients send, for readers of JSON. JSON can spell half a pair of surrogates, which has no UTF-8 form: the store,
 * other services and other clients would each make something else of it. Each half becomes U+FFFD here, once for all, in names of fields
 * as in texts.
 */
public final class WellFormedNodes extends JsonNodeFactory {
    public static final WellFormedNodes FACTORY = new WellFormedNodes();

    private static final long serialVersionUID = 1;
    private static final char REPLACEMENT = '\ufffd';

    private WellFormedNodes() {}

    @Override
    public TextNode textNode(String text) {
        return super.textNode(text == null ? null : wellFormed(text));
    }

    @Override
    public ObjectNode objectNode() {
        return new Named(this);
    }

    /** An object under construction: readers put fields into it by {@link #replace}. */
    private static final class Named extends ObjectNode {
        private static final long serialVersionUID = 1;

        Named(JsonNodeFactory factory) {
            super(factory);
        }

        @Override
        public JsonNode replace(String name, JsonNode value) {
            return super.replace(wellFormed(name), value);
        }
    }

    private static String wellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return replaced(text, index);
            }
        }
        return text;
    }

    private static String replaced(String text, int first) {
        StringBuilder clean = new StringBuilder(text);
        for (int index = first; index < clean.length(); index++) {
            boolean pair = index + 1 < clean.length()
                    && Character.isSurrogatePair(clean.charAt(index), clean.charAt(index + 1));
            if (pair) {
                index++;
            } else if (Character.isSurrogate(clean.charAt(index))) {
                clean.setCharAt(index, REPLACEMENT);
            }
        }
        return clean.toString();
    }
}
