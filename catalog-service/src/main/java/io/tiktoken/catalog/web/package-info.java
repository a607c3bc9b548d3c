/** What all controllers of this service have in common: how they refuse. */
@NullMarked
package io.tiktoken.catalog.web;

import org.jspecify.annotations.NullMarked;
