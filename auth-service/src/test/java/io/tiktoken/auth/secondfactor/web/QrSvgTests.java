package io.tiktoken.auth.secondfactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class QrSvgTests {

    static final String TEXT = "otpauth://totp/TikToken:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TikToken";

    @Test
    void drawsEachDarkModuleOnceInsideAQuietZone() throws Exception {
        var code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);

        var svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(QrSvg.of(TEXT).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 %d %d".formatted(code.size + 8, code.size + 8));
        var drawn = svg.getElementsByTagName("path").item(1).getAttributes().getNamedItem("d");
        var dark = new boolean[code.size][code.size];
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(drawn.getNodeValue())
                .results()
                .forEach(module ->
                        dark[Integer.parseInt(module.group(2)) - 4][Integer.parseInt(module.group(1)) - 4] = true);
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                assertThat(dark[y][x]).isEqualTo(code.getModule(x, y));
            }
        }
    }
}
