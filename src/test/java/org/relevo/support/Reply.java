package org.relevo.support;

import java.net.http.HttpHeaders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for a request. */
public record Reply(int status, String body, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String location() {
        return header("Location");
    }

    public Document page() {
        return Jsoup.parse(body);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }
}
