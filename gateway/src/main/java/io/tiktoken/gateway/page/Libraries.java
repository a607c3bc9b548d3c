package io.tiktoken.gateway.page;

import org.webjars.WebJarVersionLocator;

/**
 * Where the pages' libraries are. Their addresses carry the versions, so the files behind them never change and
 * browsers may keep them; the versions themselves stand in the build alone.
 */
final class Libraries {

    private static final WebJarVersionLocator VERSIONS = new WebJarVersionLocator();

    private Libraries() {}

    static String folderOf(String library) {
        var version = VERSIONS.version(library);
        if (version == null) {
            throw new IllegalStateException("The pages need the library " + library + ", which is not packaged");
        }
        return "/webjars/%s/%s/".formatted(library, version);
    }
}
