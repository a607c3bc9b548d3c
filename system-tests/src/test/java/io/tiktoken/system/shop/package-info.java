/** The shop as processes: started, watched, killed without warning, and cut off from each other. */
package io.tiktoken.system.shop;
