/** Speaks to the neighbours: catalog-service and wallet-service. */
@NullMarked
package io.tiktoken.order.clients;

import org.jspecify.annotations.NullMarked;
