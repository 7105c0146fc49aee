package org.relevo.workflow.designer.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.workflow.designer.ProcessDrafts;
import org.relevo.workflow.designer.ProcessList;
import org.relevo.workflow.designer.Thumbnail;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Small pictures of what is deployed and of drafts, drawn from the model each time. */
@Controller
class Thumbnails {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final ProcessList list;
    private final ProcessDrafts drafts;

    Thumbnails(ProcessList list, ProcessDrafts drafts) {
        this.list = list;
        this.drafts = drafts;
    }

    @GetMapping("/processes/{key}/thumbnail.svg")
    ResponseEntity<String> deployed(@PathVariable String key) {
        return answer(list.xml(key));
    }

    @GetMapping("/processes/drafts/{id}/thumbnail.svg")
    ResponseEntity<String> draft(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return answer(drafts.xml(id, drafts.get(id).version()));
    }

    private static ResponseEntity<String> answer(String xml) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body(Thumbnail.svg(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
