package org.huiyin.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.huiyin.engine.ModelBeans;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One name, one grep: what a model names exists as a bean, and what exists as a task's bean is named in a model. */
@HuiyinTest
class ModelBeansTest {
    private static final Pattern CALLED = Pattern.compile("[$#]\\{\\s*(\\w+)\\.");

    @Autowired
    ModelBeans beans;

    @Autowired
    ApplicationContext context;

    @Test
    void everyUserTaskHasItsBean() throws IOException {
        for (String task : activities(UserTask.class)) {
            assertThat(beans.names()).as("beans for models").contains(task);
            assertThat(context.getBean(task)).isInstanceOf(org.huiyin.engine.UserTask.class);
        }
    }

    @Test
    void everyServiceTaskHasItsBean() throws IOException {
        assertThat(beans.names()).containsAll(activities(ServiceTask.class));
    }

    @Test
    void noBeanOfATaskIsWithoutItsBox() throws IOException {
        Set<String> named = new TreeSet<>(activities(UserTask.class));
        assertThat(named).containsAll(List.of(context.getBeanNamesForType(org.huiyin.engine.UserTask.class)));
    }

    @Test
    void expressionsCallOnlyBeansOfTheCatalogue() throws IOException {
        for (Path model : models()) {
            Matcher called = CALLED.matcher(Files.readString(model));
            while (called.find()) {
                if (!called.group(1).equals("execution")) {
                    assertThat(beans.names()).as(model.toString()).contains(called.group(1));
                }
            }
        }
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.FlowNode> Set<String> activities(Class<T> type)
            throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path model : models()) {
            Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(type).forEach(node -> ids.add(node.getId()));
        }
        return ids;
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }
}
