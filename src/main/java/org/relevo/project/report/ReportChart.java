package org.relevo.project.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.project.earned.EarnedValue.Point;
import org.w3c.dom.Element;

/** Draws planned, spent and earned value on paper, as lines. */
record ReportChart(List<Point> points) implements FSObjectDrawer {

    private static final Color GRID = new Color(0xDFE4EC);
    private static final Color PLANNED = new Color(0x8A97AB);
    private static final Color SPENT = new Color(0xC2570C);
    private static final Color EARNED = new Color(0x2B8A3E);

    @Override
    @SuppressWarnings("NullAway") // null says that there is nothing to click on; the library has no annotations
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        device.drawWithGraphics(
                (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, ground -> {
                    var wide = width / dotsPerPixel;
                    var high = height / dotsPerPixel;
                    grid(ground, wide, high);
                    line(ground, wide, high, PLANNED, Point::planned);
                    line(ground, wide, high, SPENT, Point::spent);
                    line(ground, wide, high, EARNED, Point::earned);
                });
        return null;
    }

    private static void grid(Graphics2D ground, double wide, double high) {
        ground.setStroke(new BasicStroke(0.6f));
        ground.setColor(GRID);
        for (var part = 0; part <= 4; part++) {
            var level = Math.min(high - 1, high * part / 4);
            ground.draw(new java.awt.geom.Line2D.Double(0, level, wide, level));
        }
    }

    private void line(
            Graphics2D ground, double wide, double high, Color colour, Function<Point, @Nullable BigDecimal> what) {
        var path = new Path2D.Double();
        for (var point : points) {
            var value = what.apply(point);
            if (value == null) {
                continue;
            }
            var at = wide * points.get(0).day().until(point.day(), ChronoUnit.DAYS) / days();
            var level = high - (high - 2) * value.doubleValue() / most().doubleValue() - 1;
            if (path.getCurrentPoint() == null) {
                path.moveTo(at, level);
            } else {
                path.lineTo(at, level);
            }
        }
        ground.setStroke(new BasicStroke(1.6f));
        ground.setColor(colour);
        ground.draw(path);
    }

    private long days() {
        return Math.max(
                1, points.get(0).day().until(points.get(points.size() - 1).day(), ChronoUnit.DAYS));
    }

    /** What the top of the picture stands for. */
    BigDecimal most() {
        return points.stream()
                .flatMap(one -> Stream.of(one.planned(), one.earned(), one.spent()))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .filter(one -> one.signum() > 0)
                .orElse(BigDecimal.ONE);
    }
}
