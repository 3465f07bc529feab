import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Validates files: arguments are flavour, file, flavour, file …; prints one JSON object a line. */
public final class Runner {
  public static void main(String[] arguments) {
    VeraGreenfieldFoundryProvider.initialise();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      System.out.println(validate(arguments[i], arguments[i + 1]));
    }
  }

  private static String validate(String flavourId, String file) {
    String head = "{\"flavour\":" + quote(flavourId) + ",\"file\":" + quote(file);
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourId);
    try (InputStream stream = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, String> rules = new LinkedHashMap<>();
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (TestAssertion found : result.getTestAssertions()) {
        if (found.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        rules.putIfAbsent(rule, ",\"message\":" + quote(found.getMessage())
            + ",\"place\":" + quote(found.getLocation().getContext()));
      }
      StringBuilder failed = new StringBuilder();
      for (Map.Entry<String, String> rule : rules.entrySet()) {
        if (failed.length() > 0) failed.append(',');
        failed.append("{\"rule\":").append(quote(rule.getKey())).append(",\"count\":")
            .append(counts.get(rule.getKey())).append(rule.getValue()).append('}');
      }
      return head + ",\"compliant\":" + result.isCompliant() + ",\"checks\":"
          + result.getTotalAssertions() + ",\"failed\":[" + failed + "]}";
    } catch (Exception exception) {
      return head + ",\"compliant\":false,\"checks\":0,\"failed\":[],\"error\":"
          + quote(String.valueOf(exception)) + "}";
    }
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char sign : (text == null ? "" : text).toCharArray()) {
      if (sign == '"' || sign == '\\') quoted.append('\\').append(sign);
      else if (sign < ' ' || sign > '~') quoted.append(String.format("\\u%04x", (int) sign));
      else quoted.append(sign);
    }
    return quoted.append('"').toString();
  }
}
