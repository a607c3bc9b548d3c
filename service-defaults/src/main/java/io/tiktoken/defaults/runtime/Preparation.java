package io.tiktoken.defaults.runtime;

/**
 * What has to be there when the first request comes, such as the first products: done at every start, when the database can be
 * written and before the web server listens.
 */
@FunctionalInterface
public interface Preparation {

    void prepare();
}
