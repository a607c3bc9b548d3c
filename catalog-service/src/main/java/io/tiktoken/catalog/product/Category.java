package io.tiktoken.catalog.product;

/** The part of the shop in which a product stands, such as {@code clothing}. */
public record Category(String name) {

    /** Lower-case words joined by hyphens, so that a category can be part of an address. */
    public static final String PATTERN = "[a-z]{1,20}(-[a-z]{1,19})?";

    public Category {
        if (!name.matches(PATTERN)) {
            throw new IllegalArgumentException("Not a category: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
