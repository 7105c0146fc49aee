package org.relevo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AssetsTest {

    @Autowired
    Visitors visitors;

    @ParameterizedTest
    @ValueSource(strings = {"/assets/designer.js", "/assets/relevo.js", "/assets/relevo-style.css"})
    void aBrowserTakesAScriptOnceAndAsksEachTimeWhetherItIsTheSame(String path) {
        var first = visitors.anonymous().get(path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("ETag")).startsWith("W/");
        var again =
                visitors.anonymous().with("If-None-Match", first.header("ETag")).get(path);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(visitors.anonymous()
                        .with("If-None-Match", "W/\"0\"")
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsLargeIsCompressedAndPagesAreNot() {
        assertThat(visitors.anonymous()
                        .with("Accept-Encoding", "gzip")
                        .get("/assets/relevo-style.css")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
        var page = visitors.anonymous().with("Accept-Encoding", "gzip").get("/sign-in");
        assertThat(page.header("Content-Encoding")).isEmpty();
        assertThat(page.header("Cache-Control")).contains("no-store");
    }
}
