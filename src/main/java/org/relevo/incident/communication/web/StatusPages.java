package org.relevo.incident.communication.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.relevo.incident.communication.Status;
import org.relevo.incident.communication.StatusAddress;
import org.relevo.incident.communication.StatusBoard;
import org.relevo.platform.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** How services stand, at a secret address for anybody who was given it. */
@Controller
class StatusPages {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final StatusBoard board;
    private final StatusAddress address;
    private final String publicUrl;

    StatusPages(
            StatusBoard board,
            StatusAddress address,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.board = board;
        this.address = address;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/status/{secret}")
    String outside(@PathVariable String secret, Model model, HttpServletResponse response) {
        model.addAttribute("status", forStrangers(secret));
        model.addAttribute("secret", secret);
        response.setHeader("Cache-Control", "private, max-age=15");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return "communication/status-public";
    }

    /** An update never changes, so a feed is the same while its updates are: then nothing is sent but that. */
    @GetMapping("/status/{secret}/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        var status = forStrangers(secret);
        var feed = StatusFeed.of(status, publicUrl + "/status/" + secret).getBytes(StandardCharsets.UTF_8);
        var tag = '"' + DigestUtils.md5DigestAsHex(feed) + '"';
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(304)
                    .eTag(tag)
                    .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(feed);
    }

    private Status forStrangers(String secret) {
        var page = address.at(secret)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no status page at this address. Ask whoever gave it to you for the present one."));
        return board.now().forStrangers(page.numbers(), page.names());
    }
}
