package org.relevo.workflow.designer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Texts of models. */
final class Models {

    private static final String EMPTY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC"
                         xmlns:omgdi="http://www.omg.org/spec/DD/20100524/DI" xmlns:flowable="http://flowable.org/bpmn"
                         targetNamespace="https://relevo.org/processes">
              <process id="%1$s" name="%2$s" isExecutable="true">
                <startEvent id="started" name="Started"/>
                <endEvent id="ended" name="Ended"/>
                <sequenceFlow id="startedToEnded" sourceRef="started" targetRef="ended"/>
              </process>
              <bpmndi:BPMNDiagram id="diagram">
                <bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                  <bpmndi:BPMNShape id="startedShape" bpmnElement="started">
                    <omgdc:Bounds x="160" y="160" width="36" height="36"/>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="endedShape" bpmnElement="ended">
                    <omgdc:Bounds x="460" y="160" width="36" height="36"/>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="startedToEndedEdge" bpmnElement="startedToEnded">
                    <omgdi:waypoint x="196" y="178"/>
                    <omgdi:waypoint x="460" y="178"/>
                  </bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </definitions>
            """;

    private Models() {}

    static String empty(String key, String name) {
        var escaped = name.replace("&", "&amp;");
        for (var entity : Map.of("\"", "&quot;", "<", "&lt;").entrySet()) {
            escaped = escaped.replace(entity.getKey(), entity.getValue());
        }
        return EMPTY.formatted(key, escaped);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(String xml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(xml)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
