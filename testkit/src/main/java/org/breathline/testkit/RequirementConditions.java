package org.breathline.testkit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link RequiresData} and {@link RequiresTool}; the reason names what is missing. */
final class RequirementConditions implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing = new ArrayList<>();
    context.getElement().ifPresent(element -> collect(element, missing));
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("everything needed is here")
        : ConditionEvaluationResult.disabled("missing: " + String.join(", ", missing));
  }

  private static void collect(AnnotatedElement element, List<String> missing) {
    RequiresData data = element.getAnnotation(RequiresData.class);
    if (data != null) {
      for (String path : data.value()) {
        if (TestData.find(path).isEmpty()) {
          missing.add("data " + path);
        }
      }
    }
    RequiresTool tool = element.getAnnotation(RequiresTool.class);
    if (tool != null) {
      for (String name : tool.value()) {
        if (!Tool.isInstalled(name)) {
          missing.add("tool " + name);
        }
      }
    }
  }
}
