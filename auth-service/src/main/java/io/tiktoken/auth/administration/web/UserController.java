package io.tiktoken.auth.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.UserDirectory;
import io.tiktoken.auth.administration.UserFilter;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.text.SearchForm;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators who is here. */
@RestController("administrationUserController")
@RequestMapping("/api/admin/users")
@ForAdministrators
@Tag(name = "People", description = "For administrators.")
class UserController {

    private final UserDirectory directory;

    UserController(UserDirectory directory) {
        this.directory = directory;
    }

    /** A search form sends what was left empty as empty text, which narrows nothing. */
    @GetMapping
    @Operation(
            summary = "Lists people, newest first",
            description =
                    "q is the beginning of a username or of a word of a display name; neither case nor accents count.")
    Page<UserDetailsView.Summary> list(
            @RequestParam(required = false)
                    @Size(max = UserFilter.LONGEST)
                    @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean suspended,
            PageQuery page) {
        var filter = new UserFilter(SearchForm.isEmpty(q) ? null : q, role, suspended);
        return directory.search(filter, page).map(UserDetailsView.Summary::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one person", description = "What the list shows, and more.")
    @Refuses(Code.PERSON_NOT_FOUND)
    UserDetailsView show(@PathVariable UUID id) {
        return directory.find(new UserId(id)).map(UserDetailsView::of).orElseThrow(Code.PERSON_NOT_FOUND::exception);
    }
}
