package org.example;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Not ours, so it knows nothing of our declarations. */
@RestController
public class LibraryController {

    @GetMapping("/api/forgotten")
    String forgotten() {
        return "nobody wrote a rule for this";
    }

    @PostMapping(path = "/api/forgotten", consumes = MediaType.APPLICATION_JSON_VALUE)
    String forgottenToo() {
        return "nor for this";
    }

    @GetMapping("/internal/forgotten")
    String forgottenInside() {
        return "nor for this";
    }
}
