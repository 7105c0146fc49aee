package org.relevo.workflow.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

    @Test
    void eachElementOfAModelStandsWhereItIsDrawn() {
        var svg = Jsoup.parse(of(Models.empty("sample", "Sample")), Parser.xmlParser());
        assertThat(svg.select("circle").eachAttr("cx")).containsExactly("178", "478");
        assertThat(svg.select("circle").eachAttr("r")).containsExactly("18", "18");
        assertThat(svg.select("polyline").attr("points")).isEqualTo("196,178 460,178 ");
        assertThat(svg.select("svg").attr("viewBox")).startsWith("157.");
    }

    @Test
    void everyShippedProcessHasAPicture() throws IOException {
        try (var models = Files.list(Path.of("processes"))) {
            assertThat(models.toList()).isNotEmpty().allSatisfy(model -> {
                var svg = Jsoup.parse(Thumbnail.svg(Files.readAllBytes(model)), Parser.xmlParser());
                assertThat(svg.select("rect").size()).isGreaterThan(1);
                assertThat(svg.select("polyline").size()).isGreaterThan(3);
                assertThat(svg.outerHtml()).doesNotContain("NaN", "Infinity");
            });
        }
    }

    @Test
    void ofWhatIsNotDrawnOrBrokenThereIsAnEmptyPicture() {
        assertThat(of("no XML")).startsWith("<svg").doesNotContain("<rect", "<circle");
        var far = Models.empty("sample", "Sample")
                .replace("x=\"160\"", "x=\"NaN\"")
                .replace("x=\"460\"", "x=\"1e300\"")
                .replace("x=\"196\"", "x=\"&quot;&gt;&lt;script&gt;\"");
        assertThat(of(far)).doesNotContain("script", "NaN", "circle", "polyline");
    }

    private static String of(String xml) {
        return Thumbnail.svg(xml.getBytes(StandardCharsets.UTF_8));
    }
}
