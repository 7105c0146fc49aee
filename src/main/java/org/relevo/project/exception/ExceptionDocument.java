package org.relevo.project.exception;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report as it stood at an instant, kept for good. */
record ExceptionDocument(
        ExceptionReport.Figures figures,
        Map<String, String> texts,
        List<ExceptionOption> options,
        ExceptionReport.@Nullable Decision decision) {

    static ExceptionDocument of(ExceptionReport report, ExceptionContent content) {
        var texts = new TreeMap<String, String>();
        content.texts().forEach((section, text) -> texts.put(section.name(), text.text()));
        return new ExceptionDocument(report.figures(), texts, content.options(), report.decision());
    }
}
