package org.relevo.project.exception.web;

import org.relevo.project.Projects;
import org.relevo.project.exception.ExceptionPdf;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An exception report on paper. */
@Controller
class ExceptionPrint {

    private final Projects projects;
    private final ExceptionReports reports;
    private final ExceptionPdf pdf;

    ExceptionPrint(Projects projects, ExceptionReports reports, ExceptionPdf pdf) {
        this.projects = projects;
        this.reports = reports;
        this.pdf = pdf;
    }

    @GetMapping("/exceptions/{number}/exception.pdf")
    ResponseEntity<byte[]> print(@PathVariable String number) {
        var report = reports.get(new WorkItemNumber(number));
        var print = pdf.print(
                projects.get(report.project()),
                report,
                reports.content(report.number()),
                LocaleContextHolder.getLocale(),
                LocaleContextHolder.getTimeZone().toZoneId());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(report.number() + ".pdf")
                                .build()
                                .toString())
                .body(print);
    }
}
