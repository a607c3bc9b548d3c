/** By which id one request is found in the logs of all services, and when spans are made of it. */
package io.tiktoken.defaults.trace;
