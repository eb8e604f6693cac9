# An image of `fakta serve`, with PyTorch for processors alone:
#   docker build -t faktaberita . && docker run --rm -p 127.0.0.1:8000:8000 faktaberita
# Any other command: docker run --rm -i -v "$PWD:/data" -w /data faktaberita extract berita.txt
FROM python:3.11-slim

WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY models ./models
COPY extractor ./extractor
# uv knows where PyTorch keeps its builds without CUDA; pip would bring the large one.
RUN pip install --no-cache-dir uv==0.13.9 \
    && uv pip install --system --no-cache --torch-backend=cpu -c constraints.txt ".[serve]" \
    && pip uninstall --yes uv \
    && useradd --create-home --uid 1000 fakta

USER 1000
WORKDIR /home/fakta
EXPOSE 8000
HEALTHCHECK --start-period=30s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health')"]
ENTRYPOINT ["fakta"]
CMD ["serve", "--host", "0.0.0.0"]
