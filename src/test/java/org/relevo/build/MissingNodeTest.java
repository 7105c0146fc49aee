package org.relevo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.tools.ant.Main;
import org.apache.tools.ant.launch.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;

/** What the build says on a machine without Node: its own step, taken from pom.xml and run by Ant, as Maven runs it. */
class MissingNodeTest {

    private static final String STEP =
            "//*[local-name()='execution'][*[local-name()='id']='front-end']//*[local-name()='target']";

    @TempDir
    Path folder;

    @Test
    void aMissingNodeIsSaidInOneSentence() throws Exception {
        var build = folder.resolve("build.xml");
        Files.writeString(build, "<project default=\"step\">" + step() + "</project>");
        var output = run(build);
        assertThat(output).contains("BUILD FAILED");
        assertThat(output.lines().filter(line -> line.contains("Node.js")))
                .singleElement()
                .asString()
                .endsWith("Node.js was not found. Install Node.js 20 or newer and put 'node' on the PATH,"
                        + " then run the same command again.");
        assertThat(output).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private static String step() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var pom = factory.newDocumentBuilder().parse(Path.of("pom.xml").toFile());
        var target = (Node) XPathFactory.newInstance().newXPath().evaluate(STEP, pom, XPathConstants.NODE);
        var text = new StringWriter();
        var writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        writer.transform(new DOMSource(target), new StreamResult(text));
        return text.toString().replaceAll(" xmlns=\"[^\"]*\"", "").replaceFirst("<target", "<target name=\"step\"");
    }

    private String run(Path build) throws IOException, InterruptedException, URISyntaxException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var ant = new ProcessBuilder(
                        java,
                        "-cp",
                        jar(Main.class) + File.pathSeparator + jar(Launcher.class),
                        Main.class.getName(),
                        "-f",
                        build.toString())
                .redirectErrorStream(true);
        ant.environment()
                .put("PATH", Files.createDirectories(folder.resolve("nothing")).toString());
        var running = ant.start();
        var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).isNotZero();
        return output;
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
