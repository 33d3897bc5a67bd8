package org.huiyin.structure;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The small signs of the notation: who works at a box, how a gateway decides, which way a flow goes. */
final class Marks {
    private static final double CORNER = 5;

    private Marks() {}

    static void kind(Graphics2D canvas, Activity activity, Rectangle2D box) {
        AffineTransform before = canvas.getTransform();
        canvas.setStroke(ModelPainter.stroke(1));
        if (activity instanceof CallActivity) {
            canvas.translate(box.getCenterX() - 7, box.getMaxY() - 18);
            canvas.draw(new Rectangle2D.Double(0, 0, 14, 14));
            canvas.draw(new Line2D.Double(7, 3, 7, 11));
            canvas.draw(new Line2D.Double(3, 7, 11, 7));
        } else {
            canvas.translate(box.getX() + 7, box.getY() + 7);
            sign(canvas, activity);
        }
        canvas.setTransform(before);
    }

    private static void sign(Graphics2D canvas, Activity activity) {
        if (activity instanceof UserTask) {
            canvas.draw(new Ellipse2D.Double(4, 0, 7, 8));
            canvas.draw(new Arc2D.Double(0, 8.5, 15, 13, 0, 180, Arc2D.CHORD));
        } else if (activity instanceof ReceiveTask) {
            canvas.draw(new Rectangle2D.Double(0, 1, 16, 11));
            canvas.draw(new Line2D.Double(0, 1, 8, 7));
            canvas.draw(new Line2D.Double(8, 7, 16, 1));
        } else if (activity instanceof ServiceTask) {
            for (int tooth = 0; tooth < 8; tooth++) {
                double angle = tooth * Math.PI / 4;
                canvas.draw(new Line2D.Double(
                        7 + 5 * Math.cos(angle), 7 + 5 * Math.sin(angle),
                        7 + 7.5 * Math.cos(angle), 7 + 7.5 * Math.sin(angle)));
            }
            canvas.draw(new Ellipse2D.Double(2, 2, 10, 10));
            canvas.draw(new Ellipse2D.Double(5, 5, 4, 4));
        }
    }

    static void cross(Graphics2D canvas, Rectangle2D box) {
        double x = box.getCenterX();
        double y = box.getCenterY();
        canvas.setStroke(ModelPainter.stroke(3));
        canvas.draw(new Line2D.Double(x - 7, y - 8, x + 7, y + 8));
        canvas.draw(new Line2D.Double(x + 7, y - 8, x - 7, y + 8));
    }

    static void plus(Graphics2D canvas, Rectangle2D box) {
        double x = box.getCenterX();
        double y = box.getCenterY();
        canvas.setStroke(ModelPainter.stroke(3));
        canvas.draw(new Line2D.Double(x - 10, y, x + 10, y));
        canvas.draw(new Line2D.Double(x, y - 10, x, y + 10));
    }

    static void clock(Graphics2D canvas, Rectangle2D box) {
        double x = box.getCenterX();
        double y = box.getCenterY();
        canvas.setStroke(ModelPainter.stroke(1));
        canvas.draw(new Ellipse2D.Double(x - 9, y - 9, 18, 18));
        canvas.draw(new Line2D.Double(x, y, x + 2, y - 7));
        canvas.draw(new Line2D.Double(x, y, x + 5, y + 2));
    }

    static void escalation(Graphics2D canvas, Rectangle2D box) {
        double x = box.getCenterX();
        double y = box.getCenterY();
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, y - 10);
        arrow.lineTo(x + 7, y + 8);
        arrow.lineTo(x, y + 1);
        arrow.lineTo(x - 7, y + 8);
        arrow.closePath();
        canvas.setStroke(ModelPainter.stroke(1));
        canvas.draw(arrow);
    }

    /** The way of a flow, its corners rounded. */
    static Shape rounded(List<Point2D> points) {
        Path2D way = new Path2D.Double();
        way.moveTo(points.get(0).getX(), points.get(0).getY());
        for (int i = 1; i < points.size() - 1; i++) {
            Point2D corner = points.get(i);
            Point2D before = towards(corner, points.get(i - 1));
            Point2D after = towards(corner, points.get(i + 1));
            way.lineTo(before.getX(), before.getY());
            way.quadTo(corner.getX(), corner.getY(), after.getX(), after.getY());
        }
        Point2D last = points.get(points.size() - 1);
        way.lineTo(last.getX(), last.getY());
        return way;
    }

    private static Point2D towards(Point2D from, Point2D to) {
        double part = Math.min(CORNER / from.distance(to), 0.5);
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * part, from.getY() + (to.getY() - from.getY()) * part);
    }

    static Shape arrowHead(Point2D from, Point2D to) {
        Path2D head = new Path2D.Double();
        head.moveTo(0, 0);
        head.lineTo(-10, -4.5);
        head.lineTo(-10, 4.5);
        head.closePath();
        return turned(head, to, from, to);
    }

    /** The stroke that marks the default flow of a gateway. */
    static Shape slash(Point2D from, Point2D to) {
        return turned(new Line2D.Double(8, -5, 12, 5), from, from, to);
    }

    private static Shape turned(Shape shape, Point2D place, Point2D from, Point2D to) {
        AffineTransform turn = AffineTransform.getTranslateInstance(place.getX(), place.getY());
        turn.rotate(to.getX() - from.getX(), to.getY() - from.getY());
        return turn.createTransformedShape(shape);
    }
}
