package org.breathline.billing.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as {@code 2026-03-14}. */
public final class DateModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** For a mapper. */
  public DateModule() {
    addSerializer(LocalDate.class, new DateWriter());
    addDeserializer(LocalDate.class, new DateReader());
  }

  private static final class DateWriter extends StdScalarSerializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    DateWriter() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(date.toString());
    }
  }

  private static final class DateReader extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    DateReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return LocalDate.parse(in.getText());
      } catch (DateTimeException e) {
        throw JsonMappingException.from(in, "not a date such as 2026-03-14");
      }
    }
  }
}
