package org.huiyin.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The beans an analyst may name in a model: what service tasks, user tasks and listeners are bound to, and the few
 * marked {@link ForModels}. Without this list the whole application context would be reachable from an expression.
 */
@Component
public class ModelBeans extends AbstractMap<Object, Object> {
    private final ListableBeanFactory context;
    private volatile @Nullable Set<String> names;

    ModelBeans(ListableBeanFactory context) {
        this.context = context;
    }

    /** The catalogue, sorted; worked out at first use because the engine is built before the delegates. */
    public Set<String> names() {
        @Nullable Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>();
            for (Class<?> type : new Class<?>[] {JavaDelegate.class, TaskListener.class, ExecutionListener.class}) {
                known.addAll(Arrays.asList(context.getBeanNamesForType(type, false, false)));
            }
            known.addAll(Arrays.asList(context.getBeanNamesForAnnotation(ForModels.class)));
            names = known;
        }
        return known;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && names().contains(text);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String text && containsKey(text) ? context.getBean(text) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        throw new UnsupportedOperationException("the beans of the models are looked up by name");
    }
}
