package org.relevo.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A part of a project's progress report, offered by whoever keeps what it tells: a table, on a page, in a PDF, as CSV. */
public interface ReportPart {

    /** Where it stands among the others; the smallest is first. */
    int place();

    /**
     * @param from the period's first day, in the project's zone
     * @param until its last day
     */
    Table of(Project project, LocalDate from, LocalDate until, Locale locale);

    /**
     * @param name what the part's file is called: lower-case letters and hyphens
     * @param title its heading, in the reader's language
     * @param heads the columns' headings
     * @param rows as many cells each as there are headings; numbers with a point, days as 2026-01-31
     * @param nothing what to say where there are no rows
     */
    record Table(String name, String title, List<String> heads, List<List<String>> rows, String nothing) {

        /** Whether a cell is a number, which stands at the right. */
        public boolean number(String cell) {
            return cell.matches("-?[0-9]+([.][0-9]+)?");
        }
    }
}
