package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ProviderPlotTests {
    @Test
    void aBarIsAsHighAsItsTextsAre() throws Exception {
        String drawn = ProviderPlot.of(
                "a shift",
                10,
                new int[] {100, 0},
                new int[] {0, 50},
                List.of(new ProviderPlot.Phase("well", 0, 10), new ProviderPlot.Phase("failing", 10, 20)));
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawn.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a shift");
        assertThat(drawn)
                .contains(
                        "height=\"260.0\" fill=\"#1d56bc\"",
                        "height=\"130.0\" fill=\"#e8853d\"",
                        ">failing<",
                        ">0 s<");
    }
}
