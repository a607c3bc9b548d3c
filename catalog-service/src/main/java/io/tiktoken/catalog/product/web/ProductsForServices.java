package io.tiktoken.catalog.product.web;

import java.util.List;

/** Products that another service asked for by their ids; those that do not exist are simply absent. */
record ProductsForServices(List<ProductView> data) {}
