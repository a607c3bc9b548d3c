/** What all controllers of this service have in common: how they refuse. */
@NullMarked
package io.tiktoken.fx.web;

import org.jspecify.annotations.NullMarked;
