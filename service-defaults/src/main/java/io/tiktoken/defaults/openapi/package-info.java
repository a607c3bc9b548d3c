/** What every service's OpenAPI document says in the same way. */
package io.tiktoken.defaults.openapi;
