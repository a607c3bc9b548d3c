package io.tiktoken.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures only paint: they neither load nor run nor say anything. */
class FirstPicturesTests {

    static final List<FirstProduct> PRODUCTS = FirstProduct.ALL;

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void aPictureIsASmallSquareThatNeedsNothingElse(FirstProduct first) throws Exception {
        var picture = first.picture();
        var root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.bytes()))
                .getDocumentElement();

        assertThat(picture.contentType()).isEqualTo("image/svg+xml");
        assertThat(picture.bytes()).hasSizeLessThan(8_192);
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 400 400");
        assertThat(elements(root.getElementsByTagName("*"))).allSatisfy(element -> {
            assertThat(element.getTagName()).isIn("defs", "g", "path", "rect", "circle", "ellipse", "clipPath", "use");
            assertThat(element.getAttribute("href")).matches("|#[a-z-]+");
        });
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
