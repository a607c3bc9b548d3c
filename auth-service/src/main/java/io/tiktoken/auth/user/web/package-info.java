/** People over HTTP: the look-up of whom to pay. */
@NullMarked
package io.tiktoken.auth.user.web;

import org.jspecify.annotations.NullMarked;
