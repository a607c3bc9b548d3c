package io.tiktoken.gateway.page;

import io.tiktoken.defaults.crypto.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the browser which file is meant when a script imports {@code lit}.
 */
@Component
class ImportMap {

    private final String json;

    ImportMap(JsonMapper mapper) {
        var lit = Libraries.folderOf("lit");
        var html = Libraries.folderOf("lit-html");
        var element = Libraries.folderOf("lit-element");
        var reactive = Libraries.folderOf("lit__reactive-element");
        var imports = new LinkedHashMap<String, String>();
        imports.put("lit", lit + "index.js");
        imports.put("lit/", lit);
        imports.put("lit-html", html + "lit-html.js");
        imports.put("lit-html/", html);
        imports.put("lit-element/lit-element.js", element + "lit-element.js");
        imports.put("@lit/reactive-element", reactive + "reactive-element.js");
        imports.put("@lit/reactive-element/", reactive);
        json = mapper.writeValueAsString(Map.of("imports", imports));
    }

    /** Stands in the page as it is here, or its hash would not match. */
    String json() {
        return json;
    }

    /** As a content security policy names an inline script that may run. */
    String hash() {
        return "sha256-" + Sha256.of(json).base64();
    }
}
