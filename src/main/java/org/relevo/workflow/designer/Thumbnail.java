package org.relevo.workflow.designer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.relevo.workflow.guard.ModelOutline;
import org.relevo.workflow.guard.ModelOutline.Part;

/** A model as a small picture: where its elements stand, without words. */
public final class Thumbnail {

    /** Neither too dark on white nor too light on black. */
    private static final String INK = "#7787a0";

    private final StringBuilder shapes = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    private Thumbnail() {}

    /** As SVG; an empty picture of what is not drawn. */
    public static String svg(byte[] xml) {
        var picture = new Thumbnail();
        ModelOutline.of(xml).parts().values().forEach(picture::draw);
        return picture.shapes.isEmpty() ? frame(0, 0, 1, 1, 1, "") : picture.framed();
    }

    private String framed() {
        var width = right - left;
        var height = bottom - top;
        // lines are about as thick in a wide picture as in a narrow one
        var line = Math.max(2, Math.max(width / 130, height / 60));
        return frame(left - line, top - line, width + 2 * line, height + 2 * line, line, shapes.toString());
    }

    private static String frame(double x, double y, double width, double height, double line, String shapes) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\""
                        + " stroke-width=\"%.1f\" stroke-linejoin=\"round\">%s</svg>",
                x,
                y,
                width,
                height,
                INK,
                line,
                shapes);
    }

    private void draw(Part part) {
        var bounds = new ArrayList<double[]>();
        var points = new ArrayList<double[]>();
        for (var one : part.drawn().split(" ")) {
            var numbers = numbers(one);
            if (numbers.length == 4) {
                bounds.add(numbers);
            } else if (numbers.length == 2) {
                points.add(numbers);
            }
        }
        if (points.size() > 1) {
            line(points);
        } else if (!bounds.isEmpty()) {
            // the first is the element's, a later one its label's; in the order of the attributes' names
            var first = bounds.get(0);
            shape(part.tag(), first[2], first[3], first[1], first[0]);
        }
    }

    private static double[] numbers(String text) {
        try {
            var numbers = Arrays.stream(text.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Arrays.stream(numbers).allMatch(n -> Math.abs(n) < 1e6) ? numbers : new double[0];
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    private void line(List<double[]> points) {
        shapes.append("<polyline points=\"");
        points.forEach(point -> {
            grow(point[0], point[1], 0, 0);
            shapes.append(String.format(Locale.ROOT, "%.0f,%.0f ", point[0], point[1]));
        });
        shapes.append("\"/>");
    }

    private void shape(String tag, double x, double y, double width, double height) {
        grow(x, y, width, height);
        var centreX = x + width / 2;
        var centreY = y + height / 2;
        if (tag.endsWith("Event")) {
            add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\"/>", centreX, centreY, width / 2);
        } else if (tag.endsWith("Gateway")) {
            add(
                    "<path d=\"M%.0f %.0fL%.0f %.0fL%.0f %.0fL%.0f %.0fZ\"/>",
                    x, centreY, centreX, y, x + width, centreY, centreX, y + height);
        } else {
            add("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"8\"/>", x, y, width, height);
        }
    }

    private void add(String format, Object... numbers) {
        shapes.append(String.format(Locale.ROOT, format, numbers));
    }

    private void grow(double x, double y, double width, double height) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + width);
        bottom = Math.max(bottom, y + height);
    }
}
