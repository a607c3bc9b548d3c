/** The signing keys for administrators, who see their times only. */
@NullMarked
package io.tiktoken.auth.rotation.web;

import org.jspecify.annotations.NullMarked;
