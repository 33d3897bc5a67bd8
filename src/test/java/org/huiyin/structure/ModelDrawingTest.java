package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model is read as a picture: everything is drawn, nothing lies on anything else, no flows cross. */
class ModelDrawingTest {
    static List<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Model model) {
        assertThat(model.all(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(model.all(SequenceFlow.class)).allSatisfy(flow -> {
            assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
            assertThat(flow.getDiagramElement().getBpmnLabel() == null)
                    .as("label of %s", flow.getId())
                    .isEqualTo(flow.getName() == null);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunStraightAndAtRightAngles(Model model) {
        assertThat(model.all(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(lines(flow))
                        .as(flow.getId())
                        .isNotEmpty()
                        .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsBeginAndEndAtTheirBoxes(Model model) {
        assertThat(model.all(SequenceFlow.class)).allSatisfy(flow -> {
            List<Line2D> lines = lines(flow);
            assertThat(touches(flow.getSource(), lines.get(0).getP1()))
                    .as(flow.getId())
                    .isTrue();
            assertThat(touches(flow.getTarget(), lines.get(lines.size() - 1).getP2()))
                    .as(flow.getId())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTwoShapesLieOnEachOther(Model model) {
        List<FlowNode> nodes = model.all(FlowNode.class).stream()
                .filter(node -> !(node instanceof BoundaryEvent))
                .toList();
        List<String> overlaps = new ArrayList<>();
        for (FlowNode one : nodes) {
            for (FlowNode other : nodes) {
                if (one != other
                        && one.getId().compareTo(other.getId()) < 0
                        && !holds(one, other)
                        && !holds(other, one)
                        && box(one).intersects(box(other))) {
                    overlaps.add(one.getId() + " / " + other.getId());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noFlowRunsThroughABoxOrALabel(Model model) {
        Map<String, Rectangle2D> obstacles = obstacles(model);
        assertThat(model.all(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(obstacles.entrySet())
                        .as("under %s", flow.getId())
                        .filteredOn(obstacle -> !obstacle.getKey()
                                .equals(flow.getParentElement().getAttributeValue("id")))
                        .noneMatch(obstacle ->
                                lines(flow).stream().anyMatch(grown(obstacle.getValue(), -2)::intersectsLine)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTwoFlowsCross(Model model) {
        List<String> crossings = new ArrayList<>();
        for (SequenceFlow one : model.all(SequenceFlow.class)) {
            for (SequenceFlow other : model.all(SequenceFlow.class)) {
                if (crosses(one, other)) {
                    crossings.add(one.getId() + " x " + other.getId());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void itIsReadFromLeftToRight(Model model) {
        double start = model.all(StartEvent.class).stream()
                .mapToDouble(event -> box(event).getCenterX())
                .min()
                .orElseThrow();
        assertThat(model.all(FlowNode.class))
                .filteredOn(node -> !(node instanceof StartEvent))
                .allSatisfy(node ->
                        assertThat(box(node).getCenterX()).as(node.getId()).isGreaterThan(start));
        assertThat(model.all(SequenceFlow.class))
                .filteredOn(flow -> box(flow.getTarget()).getCenterX()
                        < box(flow.getSource()).getCenterX())
                .as("a flow back ends at a gateway")
                .allSatisfy(
                        flow -> assertThat(flow.getTarget()).as(flow.getId()).isInstanceOf(Gateway.class));
    }

    /** A horizontal and a vertical stretch that meet inside both; flows that run together into one join do not cross. */
    private static boolean crosses(SequenceFlow one, SequenceFlow other) {
        return one != other
                && lines(one).stream()
                        .filter(line -> line.getY1() == line.getY2())
                        .anyMatch(flat -> lines(other).stream()
                                .filter(line -> line.getX1() == line.getX2())
                                .anyMatch(upright -> inside(upright.getX1(), flat.getX1(), flat.getX2())
                                        && inside(flat.getY1(), upright.getY1(), upright.getY2())));
    }

    /** What belongs to a sub-process lies within its box. */
    private static boolean holds(FlowNode outer, FlowNode inner) {
        return outer.equals(inner.getParentElement()) && box(outer).contains(box(inner));
    }

    private static boolean inside(double value, double from, double to) {
        return value > Math.min(from, to) && value < Math.max(from, to);
    }

    private static Map<String, Rectangle2D> obstacles(Model model) {
        Stream<Map.Entry<String, Rectangle2D>> boxes =
                model.all(FlowNode.class).stream().map(node -> Map.entry(node.getId(), box(node)));
        Stream<Map.Entry<String, Rectangle2D>> labels = model.all(BpmnLabel.class).stream()
                .map(label -> Map.entry("label in " + id(label.getParentElement()), rectangle(label.getBounds())));
        return Stream.concat(boxes, labels).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String id(ModelElementInstance drawn) {
        return drawn.getAttributeValue("bpmnElement");
    }

    private static boolean touches(FlowNode node, Point2D point) {
        return grown(box(node), 1).contains(point) && !grown(box(node), -1).contains(point);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static Rectangle2D box(FlowNode node) {
        return rectangle(((BpmnShape) node.getDiagramElement()).getBounds());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line2D> lines(SequenceFlow flow) {
        List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(new Line2D.Double(
                    points.get(i - 1).getX(), points.get(i - 1).getY(),
                    points.get(i).getX(), points.get(i).getY()));
        }
        return lines;
    }
}
