/** What a service takes from its surroundings: time, ids, limits, defaults for every setting. */
package io.tiktoken.defaults.runtime;
