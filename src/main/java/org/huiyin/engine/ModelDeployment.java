package org.huiyin.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, tables and forms together, in sorted order and under names that do not depend on how the application
 * is packaged: an unchanged release makes no new version, and a form bound to its deployment is always in it.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String[] PATTERNS = {
        "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
    };

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Map<String, Resource> resources = resources();
            if (resources.isEmpty()) {
                log.warn("no models found");
                return;
            }
            DeploymentBuilder deployment = repository
                    .createDeployment()
                    .name("huiyin")
                    .source("huiyin")
                    .enableDuplicateFiltering(false);
            for (Map.Entry<String, Resource> resource : resources.entrySet()) {
                try (var content = resource.getValue().getInputStream()) {
                    deployment.addInputStream(resource.getKey(), content);
                }
            }
            log.info(
                    "models, tables and forms: {} in deployment {}",
                    resources.size(),
                    deployment.deploy().getId());
        } catch (IOException e) {
            throw new IllegalStateException("models cannot be read", e);
        }
    }

    static Map<String, Resource> resources() throws IOException {
        Map<String, Resource> resources = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                resources.put(stableName(resource.getURL().toString()), resource);
            }
        }
        return resources;
    }

    /** {@code processes/<module>/<file>}, whatever stands before it in the jar or on the disk. */
    static String stableName(String url) {
        String[] parts = url.split("/", -1);
        return String.join("/", Arrays.copyOfRange(parts, parts.length - 3, parts.length));
    }
}
