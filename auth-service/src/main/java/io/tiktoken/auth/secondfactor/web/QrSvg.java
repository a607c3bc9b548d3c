package io.tiktoken.auth.secondfactor.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as a drawing that a page can show as it is, at any size. */
final class QrSvg {

    /** Four modules all around, as the standard asks, or cameras do not find the corners. */
    private static final int QUIET_ZONE = 4;

    private QrSvg() {}

    static String of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var side = code.size + 2 * QUIET_ZONE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path d="M0 0h%dv%dH0z" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(side, side, side, side, modulesOf(code));
    }

    private static String modulesOf(QrCode code) {
        return IntStream.range(0, code.size * code.size)
                .filter(i -> code.getModule(i % code.size, i / code.size))
                .mapToObj(i -> "M%d %dh1v1h-1z".formatted(i % code.size + QUIET_ZONE, i / code.size + QUIET_ZONE))
                .collect(Collectors.joining());
    }
}
