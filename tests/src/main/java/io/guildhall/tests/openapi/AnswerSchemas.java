package io.guildhall.tests.openapi;

import com.networknt.schema.Schema;

/** Finds a schema inside the description by its JSON pointer. */
interface AnswerSchemas {
    Schema at(String pointer);
}
