package org.huiyin.structure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Draws a model as it is laid out in its own file: the pictures of README and handbook. */
final class ModelPainter {
    private static final String COLOURS = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    private static final int SCALE = 2;
    private static final int MARGIN = 24;
    private static final Color INK = new Color(0x22242A);
    private static final Color PERSON = new Color(0xEAF3FB);
    private static final Color CALL = new Color(0xFFF8E6);
    private static final Color OTHER = new Color(0xF4F4F4);
    private static final BasicStroke LINE = stroke(1.5f);

    private final Model model;
    private final Rectangle2D area;
    private final BufferedImage image;
    private final Graphics2D canvas;
    private final PaintedText text;

    private ModelPainter(Model model) {
        this.model = model;
        this.area = area();
        this.image = new BufferedImage(
                (int) (area.getWidth() * SCALE), (int) (area.getHeight() * SCALE), BufferedImage.TYPE_INT_RGB);
        this.canvas = image.createGraphics();
        this.text = new PaintedText(canvas);
    }

    static BufferedImage paint(Model model) {
        return new ModelPainter(model).paint();
    }

    private BufferedImage paint() {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.transform(AffineTransform.getScaleInstance(SCALE, SCALE));
        canvas.translate(-area.getX(), -area.getY());
        model.all(SubProcess.class).forEach(this::frame);
        flows();
        model.all(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess))
                .sorted(Comparator.comparing(BoundaryEvent.class::isInstance))
                .forEach(this::node);
        canvas.dispose();
        return image;
    }

    private Rectangle2D area() {
        Rectangle2D all = new Rectangle2D.Double();
        all.setRect(box(model.all(StartEvent.class).iterator().next()));
        model.all(FlowNode.class).forEach(node -> all.add(box(node)));
        model.all(BpmnLabel.class).forEach(label -> all.add(rectangle(label.getBounds())));
        model.all(BpmnEdge.class).forEach(edge -> edge.getWaypoints().forEach(point -> all.add(at(point))));
        return new Rectangle2D.Double(
                all.getX() - MARGIN, all.getY() - MARGIN, all.getWidth() + 2 * MARGIN, all.getHeight() + 2 * MARGIN);
    }

    private void node(FlowNode node) {
        Rectangle2D box = box(node);
        if (node instanceof Event event) {
            event(event, box);
        } else if (node instanceof Gateway gateway) {
            gateway(gateway, box);
        } else if (node instanceof Activity activity) {
            activity(activity, box);
        }
        label(node, ((BpmnShape) node.getDiagramElement()).getBpmnLabel());
    }

    /** Dotted where something that happens begins it, and not a flow. */
    private void frame(SubProcess process) {
        Rectangle2D box = box(process);
        Shape frame = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 20, 20);
        shape(frame, Color.WHITE, process.triggeredByEvent() ? dashed(2) : LINE);
        text.below(process.getName(), new Rectangle2D.Double(box.getX(), box.getY() + 8, box.getWidth(), 16), 12);
    }

    private void event(Event event, Rectangle2D box) {
        boolean between = !(event instanceof StartEvent) && !(event instanceof EndEvent);
        boolean beside = event instanceof StartEvent start && !start.isInterrupting();
        shape(round(box, 0), Color.WHITE, event instanceof EndEvent ? stroke(4) : beside ? dashed(5) : LINE);
        if (between) {
            draw(round(box, 3));
        }
        if (event instanceof EndEvent end
                && end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance)) {
            shape(round(box, 8), INK, LINE);
        }
        if (event instanceof CatchEvent waiting
                && waiting.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
            Marks.clock(canvas, box);
        }
        if (event instanceof CatchEvent told
                && told.getEventDefinitions().stream().anyMatch(EscalationEventDefinition.class::isInstance)) {
            Marks.escalation(canvas, box);
        }
    }

    private void gateway(Gateway gateway, Rectangle2D box) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(box.getCenterX(), box.getMinY());
        diamond.lineTo(box.getMaxX(), box.getCenterY());
        diamond.lineTo(box.getCenterX(), box.getMaxY());
        diamond.lineTo(box.getMinX(), box.getCenterY());
        diamond.closePath();
        shape(diamond, Color.WHITE, LINE);
        if (gateway instanceof ExclusiveGateway) {
            Marks.cross(canvas, box);
        } else {
            Marks.plus(canvas, box);
        }
    }

    private void activity(Activity activity, Rectangle2D box) {
        boolean call = activity instanceof CallActivity;
        Shape frame = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 20, 20);
        Color paper = call ? CALL : activity instanceof UserTask ? PERSON : OTHER;
        shape(frame, chosen(activity).orElse(paper), call ? stroke(3.5f) : LINE);
        Marks.kind(canvas, activity, box);
        text.centred(activity.getName(), box, 12, Font.PLAIN);
    }

    /** The colour an analyst gave the box in the Modeler. */
    private static Optional<Color> chosen(FlowNode node) {
        return Optional.ofNullable(node.getDiagramElement().getAttributeValueNs(COLOURS, "fill"))
                .map(Color::decode);
    }

    /** All lines in one stroke, so that flows running together look like one. */
    private void flows() {
        Path2D lines = new Path2D.Double();
        Path2D heads = new Path2D.Double();
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            List<Point2D> points = points(flow);
            lines.append(Marks.rounded(points), false);
            heads.append(Marks.arrowHead(points.get(points.size() - 2), points.get(points.size() - 1)), false);
            if (flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault())) {
                lines.append(Marks.slash(points.get(0), points.get(1)), false);
            }
            label(flow, flow.getDiagramElement().getBpmnLabel());
        }
        canvas.setColor(INK);
        canvas.setStroke(LINE);
        draw(lines);
        canvas.fill(heads);
    }

    private static List<Point2D> points(SequenceFlow flow) {
        return flow.getDiagramElement().getWaypoints().stream()
                .map(ModelPainter::at)
                .toList();
    }

    private void label(FlowElement element, BpmnLabel label) {
        if (label != null && element.getName() != null) {
            text.below(element.getName(), rectangle(label.getBounds()), 11);
        }
    }

    private void shape(Shape shape, Color paper, BasicStroke stroke) {
        canvas.setColor(paper);
        canvas.fill(shape);
        canvas.setColor(INK);
        canvas.setStroke(stroke);
        draw(shape);
        canvas.setStroke(LINE);
    }

    private void draw(Shape shape) {
        canvas.draw(shape);
    }

    private static Ellipse2D round(Rectangle2D box, double inset) {
        return new Ellipse2D.Double(
                box.getX() + inset, box.getY() + inset, box.getWidth() - 2 * inset, box.getHeight() - 2 * inset);
    }

    private static BasicStroke dashed(float dash) {
        return new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {dash, 4}, 0);
    }

    static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Rectangle2D box(FlowNode node) {
        return rectangle(((BpmnShape) node.getDiagramElement()).getBounds());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Point2D at(Waypoint point) {
        return new Point2D.Double(point.getX(), point.getY());
    }
}
