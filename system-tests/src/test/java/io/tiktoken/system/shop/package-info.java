/** The shop as processes: started, watched, killed without warning, and cut off from each other. */
@NullMarked
package io.tiktoken.system.shop;

import org.jspecify.annotations.NullMarked;
