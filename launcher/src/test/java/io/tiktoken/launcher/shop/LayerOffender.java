package io.tiktoken.launcher.shop;

import io.tiktoken.launcher.process.ProcessRecords;

/** Breaks the rule on purpose: a noun that knows what uses it. */
public class LayerOffender {
    ProcessRecords records;
}
